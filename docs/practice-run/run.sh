#!/usr/bin/env bash
# A practice run in front of three real model servers on this machine: streaming, a failing target, a drained one.
#   mvn -q -DskipTests package && PATH=$PWD/target/portico/bin:$PATH docs/practice-run/run.sh
# Needs portico on the PATH, python3 and curl; the ports 8001 to 8003 must be free. Everything stays in a folder
# that is removed at the end.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
export PORTICO_HOME=$work/home
cp "$here"/*.yaml "$work"
cd "$work"
# The recording speaks of no machine: its folders are cut out, and so is the JSON line for scripts.
exec > >(sed -u -e "s,$work,RUN,g" -e "s,$HOME,~,g" -e '/^{"outcome"/d') 2>&1
started=()
finish() {
  kill "${started[@]}" 2>/dev/null || true
  wait "${started[@]}" 2>/dev/null || true
  cd / && rm -rf "$work"
}
trap finish EXIT

say() { printf '\n### %s\n' "$*"; }
run() { # shows a command and what it prints; exit codes of portico are part of the recording
  printf '\n$ %s\n' "$*"
  local code=0
  "$@" || code=$?
  [ $code = 0 ] || printf '(exit code %s)\n' $code
}
who_answers() { # who_answers COUNT: how often each server answers
  printf '\n$ curl %s/v1/models, %s times\n' "$base" "$1"
  for _ in $(seq "$1"); do curl -s -m 5 "$base/v1/models" | grep -o '"owned_by": "[a-z]*"'; done | sort | uniq -c
}
state_is() { # state_is STATE SECONDS: waits until the status names the state
  local end=$((SECONDS + $2))
  until portico status run 2>&1 | grep -q "$1"; do
    [ $SECONDS -lt $end ] || { echo "no target became $1 within $2 s"; return 1; }
    sleep 1
  done
}

say "Three model servers; the third is still loading its model"
touch carol.loading
for each in 8001:alice 8002:bob 8003:carol; do
  python3 "$here/model_server.py" "${each%:*}" "${each#*:}" >>servers.log 2>&1 &
  started+=($!)
done
portico practice serve >serve.log 2>&1 &
started+=($!)

say "A load balancer in front of them"
run portico deploy --practice --name run --spec three-servers.yaml --yes
state_is unhealthy 60
run cat serve.log
base=$(grep -o 'is reached at http://127.0.0.1:[0-9]*' serve.log | grep -o 'http.*')

say "The failing target gets nothing, and the doctor says why"
run portico status run --probe
who_answers 20
run portico doctor run

say "Its model is loaded: it takes its share"
rm carol.loading
state_is_healthy() { [ "$(portico status run 2>&1 | grep -c ' healthy')" -ge 3 ]; }
end=$((SECONDS + 60)); until state_is_healthy; do [ $SECONDS -lt $end ] || break; sleep 1; done
run portico status run
who_answers 21

say "Proof that it answers: a streamed answer with its first token, and a silence as long as the idle timeout allows"
run portico prove run --silent 15 --export proof.md
run cat proof.md

say "bob leaves while it streams: the answer in work is finished, new requests go to the others"
stream() { curl -sN -m 60 "$base/v1/chat/completions" -d '{"stream": true, "max_tokens": 60}' >"stream.$1"; }
for i in 1 2 3; do stream $i & streams+=($!); done
sleep 1
run portico deploy --practice --name run --spec two-servers.yaml --yes
run portico status run
who_answers 20
wait "${streams[@]}"
for i in 1 2 3; do
  printf 'stream %s: by %s, %s words, ended with [DONE]: %s\n' $i "$(grep -o 'alice\|bob\|carol' stream.$i)" \
    "$(grep -c delta stream.$i)" "$(grep -q DONE stream.$i && echo yes || echo no)"
done
sleep 15
run portico status run

say "Nothing is left"
run portico destroy --name run --yes
run portico list
