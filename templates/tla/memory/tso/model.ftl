${declare.title("tso (x86: each CPU has a store buffer)")}
<#-- What drains the buffer is seen by others. -->
${declare.access("SmpMb")}
${declare.access("MutexUnlock")}
