<@memory.noteLeft/>
