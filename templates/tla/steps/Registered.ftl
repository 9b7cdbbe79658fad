<#-- The provider's position shows that it has begun to unregister. -->
