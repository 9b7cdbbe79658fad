${markup.text(it.text)}
