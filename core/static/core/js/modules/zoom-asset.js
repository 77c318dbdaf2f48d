// Fetches a script or a stylesheet that only the magnifier needs, once.
const asked = {};

export function asset(tag, address) {
  asked[address] ??= new Promise((done, fail) => {
    const element = document.createElement(tag);
    element.onload = done;
    element.onerror = (event) => {
      delete asked[address];
      fail(event);
    };
    Object.assign(element, { rel: "stylesheet", href: address, src: address });
    document.head.append(element);
  });
  return asked[address];
}
