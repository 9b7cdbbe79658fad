<#-- Where the thread is says that it waits. -->
