// Colours C and TLA+. Without it everything is there, in one colour.
"use strict";

(() => {
  const TAG_OR_END = /<span[^>]*>|<\/span>|\n/g;

  // What is coloured over several lines, a comment, has to be coloured in each of them.
  function lines(html) {
    const done = [];
    let open = [];
    let line = "";
    let at = 0;
    for (const match of html.matchAll(TAG_OR_END)) {
      line += html.slice(at, match.index);
      at = match.index + match[0].length;
      if (match[0] === "\n") {
        done.push(line + "</span>".repeat(open.length));
        line = open.join("");
      } else {
        line += match[0];
        open = match[0] === "</span>" ? open.slice(0, -1) : [...open, match[0]];
      }
    }
    return done;
  }

  function colour(text, language) {
    return hljs.highlight(text, {language, ignoreIllegals: true}).value;
  }

  for (const pre of document.querySelectorAll("pre.source")) {
    const texts = [...pre.querySelectorAll(".text")];
    const coloured = lines(colour(texts.map((t) => t.textContent).join(""), pre.dataset.language));
    texts.forEach((t, i) => { t.innerHTML = coloured[i] + "\n"; });
  }

  // A specification is long: it is coloured when somebody opens it.
  for (const details of document.querySelectorAll("details.module")) {
    details.addEventListener("toggle", () => {
      const pre = details.querySelector("pre");
      const code = pre.querySelector("code");
      code.innerHTML = colour(code.textContent, pre.dataset.language);
    }, {once: true});
  }
})();
