import { quiet } from "./quiet.js";

// A closed veil keeps pictures from loading by itself; posters of videos need help.
export function keepVeils(root = document) {
  for (const veil of root.querySelectorAll("[data-veil]")) {
    veil.ontoggle = () => {
      for (const video of veil.querySelectorAll("video[data-poster]")) {
        video.poster = video.dataset.poster;
      }
      if (!veil.open) quiet(veil);
    };
  }
}
