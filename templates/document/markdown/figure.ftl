![${markup.text(it.title)}](<${it.file}>)
