<@memory.load "plain"/>
