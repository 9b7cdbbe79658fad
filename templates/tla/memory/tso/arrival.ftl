<#-- A task is moved by code that drains the buffer that it leaves behind: it may as well keep its own. -->
