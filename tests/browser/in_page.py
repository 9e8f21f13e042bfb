"""Scripts that run in a page and say what a person there would see."""

from cosmos_app.design.streamlit_internals import CONNECTED, CSS

PARTS = {**CSS, "connected": CONNECTED}
"""What scripts in the page are called with, to find Streamlit's parts of it."""

IDLE = """
css => {
  const app = document.querySelector(css.app);
  return app && app.matches(css.idle) && app.getAttribute(css.connection) === css.connected;
}
"""

QUIET = """
() => new Promise(done => {
  const still = () => { watch.disconnect(); done(); };
  let timer = setTimeout(still, 60);
  const watch = new MutationObserver(() => { clearTimeout(timer); timer = setTimeout(still, 60); });
  watch.observe(document.body, {subtree: true, childList: true, attributes: true, characterData: true});
})
"""
"""Resolves when nothing on the page has changed for a moment."""

STANDS = """
() => Promise.all(document.getAnimations()
  .filter(one => one.effect.getComputedTiming().endTime !== Infinity)
  .map(one => one.finished.catch(() => "replaced by another")))
"""
"""Resolves when a fold has opened: nothing moves away under a click any more."""

FOCUS = """
css => {
  const held = document.activeElement;
  const named = held.closest("label") ?? held;
  return {
    tag: held.tagName, kind: held.type ?? "", text: (named.innerText ?? "").trim(),
    label: held.getAttribute("aria-label") ?? "", heading: held.classList.contains("cosmos-title"),
    keys: [...(function* () { for (let e = held; e; e = e.parentElement) yield e; })()]
      .flatMap(e => [...e.classList]).filter(name => name.startsWith(`${css.key}-`))
      .map(name => name.slice(css.key.length + 1)),
  };
}
"""
"""What has the focus."""

SCROLLED = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
"""Resolves when the page has heard of the scrolling it did last."""
