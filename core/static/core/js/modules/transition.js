// A work's frame on a wall or in a walk turns into the frame on its page, and back.

function cardLeadingTo(url) {
  const links = [...document.querySelectorAll(".artwork-card a")];
  return links.find((link) => link.href === url)?.closest(".artwork-card");
}

function nameFrame(url, transition) {
  const walked = document.querySelector("dialog[open] .walk__stop:not([inert])");
  const frame = (walked ?? cardLeadingTo(url))?.querySelector(".stage__frame, .artwork-card__frame");
  if (!frame || !transition) return;
  // Two elements of one name would cancel the transition.
  const stage = document.querySelector(".stage__frame--leading")?.style ?? {};
  stage.viewTransitionName = "none";
  frame.style.viewTransitionName = "artwork";
  transition.finished.finally(() => {
    frame.style.viewTransitionName = stage.viewTransitionName = "";
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
