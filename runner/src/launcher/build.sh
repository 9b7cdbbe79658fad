# Builds quiesce in a checkout; the launcher reads this. Sets nothing that the launcher needs but
# makes what is in $lib.

target=$root/runner/target
# As old as the sources that were built last. The jars are not: Maven leaves one as it is when
# nothing in it changes.
stamp=$target/.built
lock=$target/.building
log=$target/.build.log

is_built() {
  [ -f "$stamp" ] && [ -f "$lib/digest" ] || return 1
  changed=$(
    cd "$root" &&
      find pom.xml generator/pom.xml runner/pom.xml generator/src/main runner/src/main templates specs \
        -newer "$stamp" \( ! -path 'specs*' -o -name strategy.c \) -print 2>/dev/null
  )
  [ -z "$changed" ]
}

# What Maven is doing, every two seconds: the first time it has much to fetch.
report() {
  seconds=0
  while sleep 2 >/dev/null 2>&1 && kill -0 $$ 2>/dev/null; do
    seconds=$((seconds + 2))
    step=$(sed -n 's|.* --- \([^:]*\):[^:]*:\([^ ]*\) .*@ \([^ ]*\) ---.*|\3: \1:\2|p' "$log" | tail -n 1)
    last=$(tail -n 1 "$log")
    case $last in
      *'Downloading from '*) step="downloading ${last##*/}" ;;
    esac
    echo "quiesce: building, $seconds s: ${step:-starting Maven}" >&2
  done
}

build() {
  need_java_17
  # The wrapper fetches a Maven of its own.
  maven=$(command -v mvn) || maven=$root/mvnw
  echo "quiesce: building, which takes a minute the first time" >&2
  : >"$stamp.new"
  # No jar may stay that another version has replaced.
  rm -rf "$lib"
  : >"$log"
  report &
  reporter=$!
  failed=
  (
    cd "$root" &&
      "$maven" -B -Dmaven.test.skip=true -DskipDistribution -pl runner -am package
  ) </dev/null >"$log" 2>&1 || failed=yes
  kill "$reporter" 2>/dev/null || :
  if [ -n "$failed" ]; then
    sed -n '/^\[ERROR\]/p' "$log" >&2
    fail "the build failed, as shown above; $log has all of it"
  fi
  mv "$stamp.new" "$stamp"
}

# Two builds at once would spoil each other.
take_lock() {
  mkdir -p "$target"
  until mkdir "$lock" 2>/dev/null; do
    [ -w "$target" ] || fail "cannot build: $target cannot be written"
    owner=$(cat "$lock/pid" 2>/dev/null || :)
    if [ -n "$owner" ] && ! kill -0 "$owner" 2>/dev/null; then
      rm -rf "$lock"
    else
      sleep 1
    fi
  done
  echo $$ >"$lock/pid"
}

if ! is_built; then
  take_lock
  trap 'rm -rf "$lock"' EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM
  is_built || build
  rm -rf "$lock"
  trap - EXIT INT TERM
fi
