<#import "../memory.ftl" as memory><@memory.load/>
