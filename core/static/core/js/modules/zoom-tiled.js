// A picture of any size, of which only the tiles in sight are fetched.
const STEP = 150;

// OpenSeadragon writes a style element unless it finds one: the site's policy would
// refuse that, and an element of this name in no namespace is no style.
function forestall() {
  const mark = document.createElementNS(null, "style");
  mark.setAttribute("data-openseadragon-mobile-css", "");
  document.head.append(mark);
}

export async function tiled(holder, tiles, program) {
  const answer = await fetch(tiles);
  await program;
  const { Point, Rect, Viewer } = window.OpenSeadragon;
  // Where the description says that the tiles lie may be another name of this site.
  const source = { ...(await answer.json()), id: tiles.replace("/info.json", "") };
  const high = source.height / source.width;
  forestall();
  const view = new Viewer({
    element: holder,
    tileSources: [source],
    drawer: "canvas",
    tabIndex: "",
    showNavigationControl: false,
    showNavigator: holder.clientWidth > 720,
    navigatorPosition: "BOTTOM_LEFT",
    navigatorAutoFade: false,
    navigatorDisplayRegionColor: "#ffd83d",
    gestureSettingsMouse: { clickToZoom: false, dblClickToZoom: true },
    animationTime: matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 0.9,
    visibilityRatio: 1,
    maxZoomPixelRatio: 2,
  });
  await new Promise((done, fail) => {
    view.addHandler("open", done);
    view.addHandler("open-failed", fail);
  });
  const { viewport } = view;

  return {
    zoom(by) {
      viewport.zoomBy(by).applyConstraints();
    },
    move(x, y) {
      const by = viewport.deltaPointsFromPixels(new Point(x * STEP, y * STEP));
      viewport.panBy(by).applyConstraints();
    },
    show(place) {
      if (!place) return viewport.goHome();
      const [left, top, width, height] = place;
      const area = new Rect(left, top * high, width, height * high);
      return viewport.fitBoundsWithConstraints(area);
    },
    end() {
      view.destroy();
    },
  };
}
