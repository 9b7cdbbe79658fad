<@memory.load "once"/>
