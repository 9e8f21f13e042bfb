// Moves the focus to the heading when the visitor has turned to another page, and shows when the server is away.
(() => {
  const place = PLACE;
  const first = window.cosmosPlace === undefined;
  if (window.cosmosPlace !== place) {
    window.cosmosPlace = place;
    const turn = (left) => {
      const heading = document.querySelector("h1.cosmos-title");
      if (heading && heading.isConnected) {
        document.querySelector('[data-testid="stMain"]')?.scrollTo(0, 0);
        if (!first) heading.focus({ preventScroll: true });
      } else if (left) setTimeout(() => turn(left - 1), 50);
    };
    setTimeout(() => turn(20), 0);
  }
  if (!window.cosmosWatch) {
    window.cosmosWatch = setInterval(() => {
      const away = document.querySelector('[data-testid="stApp"]')?.dataset.testConnectionState;
      const lost = away !== undefined && away !== "CONNECTED";
      let sign = document.getElementById("cosmos-away");
      if (lost && !sign) {
        sign = document.createElement("p");
        sign.id = "cosmos-away";
        sign.setAttribute("role", "alert");
        sign.textContent = "The connection is lost. Please wait: what you have chosen so far is kept.";
        document.body.appendChild(sign);
      } else if (!lost && sign) sign.remove();
    }, 1000);
  }
})();
