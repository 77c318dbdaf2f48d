// A picture of any size, of which only the tiles in sight are fetched.
import { asset } from "./zoom-asset.js";

const STEP = 0.2;
const OWN_STYLE = "data-openseadragon-mobile-css";

// OpenSeadragon writes a style element unless it finds one: the site's policy would
// refuse that, and an element of this name in no namespace is no style.
function forestall() {
  const mark = document.createElementNS(null, "style");
  mark.setAttribute(OWN_STYLE, "");
  document.head.append(mark);
}

export async function tiled(holder, tiles, program) {
  const [answer] = await Promise.all([fetch(tiles), asset("script", program)]);
  const { OpenSeadragon } = window;
  // Where the description says that the tiles lie may be another name of this site.
  const source = { ...(await answer.json()), id: tiles.replace("/info.json", "") };
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  if (!document.querySelector(`style[${OWN_STYLE}]`)) forestall();
  const view = new OpenSeadragon({
    element: holder,
    tileSources: [source],
    drawer: "canvas",
    showNavigationControl: false,
    keyboardNavEnabled: false,
    tabIndex: "",
    showNavigator: holder.clientWidth > 720,
    navigatorPosition: "BOTTOM_LEFT",
    navigatorAutoFade: false,
    navigatorBackground: "#080707",
    navigatorBorderColor: "#7a736a",
    navigatorDisplayRegionColor: "#ffd83d",
    gestureSettingsMouse: { clickToZoom: false, dblClickToZoom: true },
    animationTime: still ? 0 : 0.9,
    visibilityRatio: 1,
    maxZoomPixelRatio: 2,
  });
  await new Promise((done, fail) => {
    view.addHandler("open", done);
    view.addHandler("open-failed", fail);
  });
  const { viewport } = view;
  const high = source.height / source.width;

  return {
    zoom(by) {
      viewport.zoomBy(by).applyConstraints();
    },
    move(x, y) {
      const { width, height } = viewport.getBounds();
      const by = new OpenSeadragon.Point(x * width * STEP, y * height * STEP);
      viewport.panBy(by).applyConstraints();
    },
    show(place) {
      if (!place) return viewport.goHome();
      const [left, top, width, height] = place;
      const area = new OpenSeadragon.Rect(left, top * high, width, height * high);
      return viewport.fitBoundsWithConstraints(area);
    },
    end() {
      view.destroy();
    },
  };
}
