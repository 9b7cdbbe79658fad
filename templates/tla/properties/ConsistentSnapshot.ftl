<#if spec.snapshots && spec.foreign>
ConsistentSnapshot == faults \cap {"torn snapshot", "foreign data"} = {}
<#elseif spec.foreign>
ConsistentSnapshot == "foreign data" \notin faults
<#else>
ConsistentSnapshot == "torn snapshot" \notin faults
</#if>
