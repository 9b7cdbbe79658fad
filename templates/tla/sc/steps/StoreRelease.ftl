<#import "../memory.ftl" as memory><@memory.store/>
