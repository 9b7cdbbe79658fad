<@memory.load "acquire"/>
