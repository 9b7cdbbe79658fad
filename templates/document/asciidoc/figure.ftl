image::${it.file}["${markup.text(it.title)}"]
