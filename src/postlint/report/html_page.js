"use strict";
(() => {
  const form = document.querySelector("form.filters");
  if (!form) return;
  const fields = form.elements;
  const chosen = (name) => (fields[name] ? fields[name].value : "");
  const ticked = (name) => Boolean(fields[name] && fields[name].checked);
  const posts = [...document.querySelectorAll("article.file")].map((article) => ({
    article,
    name: article.querySelector("h3").textContent.toLowerCase(),
    findings: [...article.querySelectorAll("li")].map((item) => ({
      item,
      text: item.textContent.toLowerCase(),
    })),
  }));

  const filter = () => {
    const words = chosen("text").toLowerCase().split(/\s+/).filter(Boolean);
    const [severity, rule] = [chosen("severity"), chosen("rule")];
    const [section, author] = [chosen("section"), chosen("author")];
    const [fix, muted] = [ticked("fix"), ticked("muted")];
    let count = 0;
    for (const { article, name, findings } of posts) {
      const here = (!section || article.dataset.section === section)
        && (!author || article.dataset.author === author);
      let some = false;
      for (const { item, text } of findings) {
        const data = item.dataset;
        const shown = here
          && (muted || !("muted" in data))
          && (!fix || "fix" in data)
          && (!severity || data.severity === severity)
          && (!rule || data.rule === rule)
          && words.every((word) => text.includes(word) || name.includes(word));
        item.hidden = !shown;
        some = some || shown;
        count += shown ? 1 : 0;
      }
      article.hidden = !some;
    }
    form.querySelector("output").textContent = `${count} shown`;
  };

  document.addEventListener("click", (event) => {
    const button = event.target.closest(".table button");
    if (!button) return;
    fields[button.dataset.kind].value = button.dataset.value;
    filter();
    document.getElementById("findings").scrollIntoView();
  });
  form.addEventListener("input", filter);
  form.addEventListener("reset", () => setTimeout(filter));
  form.addEventListener("submit", (event) => event.preventDefault());
  document.documentElement.classList.add("scripted");
  form.hidden = false;
  filter();
})();
