/**
 * stategy: mistyped
 * titel: this too
 * expct weak: all hold
 * sources: x
 * done: text
 */
