.. image:: ${it.file}
   :alt: ${markup.text(it.title)}
