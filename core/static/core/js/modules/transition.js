// A work's frame on a wall or in a walk turns into the frame on its page, and back.
const NAME = "artwork";
const FRAME = ".stage__frame, .artwork-card__frame";

function cardLeadingTo(url) {
  const links = [...document.querySelectorAll(".artwork-card__link")];
  return links.find((link) => link.href === url)?.closest(".artwork-card");
}

function nameFrame(url, transition) {
  const walked = document.querySelector("dialog[open] .walk__stop:not([inert])");
  const frame = (walked ?? cardLeadingTo(url))?.querySelector(FRAME);
  if (!frame || !transition) return;
  // Two elements of one name would cancel the transition.
  const stage = document.querySelector(".stage__frame--leading");
  stage?.style.setProperty("view-transition-name", "none");
  frame.style.setProperty("view-transition-name", NAME);
  transition.finished.finally(() => {
    frame.style.removeProperty("view-transition-name");
    stage?.style.removeProperty("view-transition-name");
  });
}

export function carryFrames() {
  addEventListener("pageswap", (event) => {
    nameFrame(event.activation?.entry.url, event.viewTransition);
  });
  addEventListener("pagereveal", (event) => {
    nameFrame(globalThis.navigation?.activation?.from?.url, event.viewTransition);
  });
}
