// TLA+ for highlight.js, which has none of its own.
"use strict";

hljs.registerLanguage("tla", (hljs) => ({
  name: "TLA+",
  keywords: {
    $pattern: /[A-Za-z_]+/,
    keyword:
      "ACTION ASSUME ASSUMPTION AXIOM CASE CHOOSE CONSTANT CONSTANTS DOMAIN ELSE ENABLED EXCEPT "
      + "EXTENDS IF IN INSTANCE LAMBDA LET LOCAL MODULE OTHER RECURSIVE SUBSET SF_ THEN THEOREM "
      + "UNCHANGED UNION VARIABLE VARIABLES WF_ WITH",
    literal: "TRUE FALSE BOOLEAN STRING",
  },
  contains: [
    hljs.COMMENT(/\(\*/, /\*\)/, {contains: ["self"]}),
    hljs.COMMENT(/\\\*/, /$/),
    {className: "string", begin: /"/, end: /"/, contains: [{begin: /\\./}]},
    {className: "meta", begin: /^(-{4,}|={4,})/, end: /$/, relevance: 0},
    {className: "title", begin: /^[A-Za-z]\w*(?=(\([^()]*\))?\s*==)/},
    {className: "number", begin: /\b\d+\b/},
    {className: "operator", begin: /\\[A-Za-z]+|\/\\|\\\/|\|->|==|=>|<>|\[\]/},
  ],
}));
