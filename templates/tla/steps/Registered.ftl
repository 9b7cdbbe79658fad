<#-- Where the provider stands tells that it has begun to unregister. -->
