<#-- What taking and releasing a lock makes of memory. -->
<#if p.locking && !p.lockHistory>
\* Accesses before an unlock are ordered before stores after the next lock.
Locked(mem, a, l) ==
  LET <#if !p.inOrder>h == mem.history
      </#if>last == mem.locks[l]
  IN  [mem EXCEPT !.locks[l].held = TRUE,
                  !.seen[a] = ${joins("@", "last.view", "mem.unlocked[a].view")}<#if p.bringing>,
                  !.brought[a] = ${join("@", "last.view")}</#if>,
                  !.carried[a] = ${joins("@", "last.wrote", "mem.unlocked[a].wrote")}<#if p.flooring>,
                  !.floor[a] = ${joins("@", "last.floor", "mem.unlocked[a].floor")}<#if p.bringing>,
                  !.broughtFloor[a] = ${join("@", "last.floor")}</#if></#if>]

Unlocked(mem, a, l) ==
  LET <#if !p.inOrder>h == mem.history
      </#if>known == ${joins("mem.seen[a]", p.bringing?then("mem.brought[a]", ""), "mem.wrote[a]")}
      view == ${join("known", "mem.carried[a]")}
      wrote == ${join("mem.wrote[a]", "mem.carried[a]")}
<#if p.flooring>
      floor == ${joins("mem.floor[a]", p.bringing?then("mem.broughtFloor[a]", ""))}
</#if>
  IN  [mem EXCEPT !.locks[l] = [held |-> FALSE, view |-> view, wrote |-> wrote<#if p.flooring>, floor |-> floor</#if>],
                  !.wrote[a] = ${join("@", "view")},
                  !.unlocked[a] = [view |-> known, wrote |-> wrote<#if p.flooring>, floor |-> floor</#if>]]

Unused(mem, l) == [mem EXCEPT !.locks[l] = ${noLock}]

</#if>
<#if facts.hasDeferred>
\* A run that is due is taken, or taken back; somebody asks for one.
Taken(mem, a, l) == [Locked(mem, a, l) EXCEPT !.locks[l].held = FALSE]
Armed(mem, a, l) == [Unlocked(mem, a, l) EXCEPT !.locks[l].held = TRUE]

</#if>
<#if p.lockHistory>
Free(mem, l) == mem.history[l][Len(mem.history[l])].value = 0

Locked(mem, a, l, m, n) ==
  LET h == mem.history
      last == mem.unlocked[a]
  IN  Exchange([mem EXCEPT !.seen[a] = Join(h, @, last.view),
                           !.carried[a] = ${joins("@", "m.wrote", "last.wrote")}<#if p.flooring>,
                           !.floor[a] = Join(h, @, last.floor)</#if>],
               a, l, m, n, "acquire")

Unlocked(mem, a, l, n) ==
  LET h == mem.history
      known == ${joins("mem.seen[a]", p.bringing?then("mem.brought[a]", ""), "mem.wrote[a]")}
      view == ${join("known", "mem.carried[a]")}
      wrote == ${join("mem.wrote[a]", "mem.carried[a]")}
<#if p.flooring>
      floor == ${joins("mem.floor[a]", p.bringing?then("mem.broughtFloor[a]", ""))}
</#if>
      done == Write(mem, a, l, Len(h[l]) + 1,
                    [n EXCEPT !.view = [view EXCEPT ![l] = n.id], !.wrote = wrote<#if p.flooring>, !.floor = floor</#if>])
  IN  [done EXCEPT !.unlocked[a] = [view |-> known, wrote |-> wrote<#if p.flooring>, floor |-> floor</#if>]]

</#if>
<#if read?has_content>
<#assign releases = ["mem.seen[a]"] + p.bringing?then(["mem.brought[a]"], []) + p.carrying?then(["mem.carried[a]"], []) + p.writing?then(["mem.wrote[a]"], [])>
<#assign floors = ["mem.floor[a]"] + p.bringing?then(["mem.broughtFloor[a]"], [])>
<#macro acquires from>
  [mem EXCEPT !.seen[a] = ${join("@", from + ".view")}<#if p.bringing>,
              !.brought[a] = ${join("@", from + ".view")}</#if><#if p.flooring>,
              !.floor[a] = ${join("@", from + ".floor")}<#if p.bringing>,
              !.broughtFloor[a] = ${join("@", from + ".floor")}</#if></#if>]
</#macro>
\* A reader takes lock l: it knows what the last writer knew.
ReadLocked(mem, a, l) ==
  LET <#if !p.inOrder>h == mem.history
      </#if>last == ${p.lockHistory?then("mem.history[l][Len(mem.history[l])]", "mem.locks[l]")}
  IN
<@acquires "last"/>

\* A reader releases lock l: what it knows, the next writer will know.
ReadUnlocked(mem, a, l) ==
<@history/>
  [mem EXCEPT !.readers[l].view = ${joins("@", releases[0], (releases[1])!"", (releases[2])!"", (releases[3])!"")}<#if p.flooring>,
              !.readers[l].floor = ${joins("@", floors[0], (floors[1])!"")}</#if>]

\* A writer that has taken lock l knows what its readers knew.
AfterReaders(mem, a, l) ==
  LET <#if !p.inOrder>h == mem.history
      </#if>last == mem.readers[l]
  IN
<@acquires "last"/>

</#if>
