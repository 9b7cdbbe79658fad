${it.tikz}
