#!/bin/sh
# Makes what docker-compose.yml reads from ./secrets: passwords, the key encryption key, a token, certificates.
#   deploy/docker/make-secrets.sh [folder]
# What is there already is left alone. Keep a copy of `kek` elsewhere: without it nobody can read personal data again.
# To renew the certificates (they hold for two years), remove ca.crt and run it again, then restart everything.
set -eu

folder=${1:-secrets}
umask 077
mkdir -p "$folder"
# Only its owner gets into the folder. The files themselves have to be readable: each is mounted alone, for a user of its image.
chmod 700 "$folder"
cd "$folder"

keep() { # name: takes what it is given, unless the file is there. Without a line end: Kafka would take it for a part.
  if [ -e "$1" ]; then
    cat > /dev/null
  else
    printf '%s' "$(cat)" > "$1.new"
    mv "$1.new" "$1"
    echo "made $1"
  fi
}
password() { openssl rand -hex 24; }

password | keep esdb-password
password | keep kafka-password
password | keep mongo-root-password
password | keep mongo-password
password | keep mongo-keys-password
openssl rand -hex 32 | keep operator-token
openssl rand -base64 32 | keep kek

tls='tls=true&tlsCAFile=/run/secrets/ca.crt'
printf 'esdb://admin:%s@eventstoredb:2113?%s\n' "$(cat esdb-password)" "$tls" | keep esdb-url
printf 'mongodb://threekeys:%s@mongodb:27017/?authSource=admin&%s\n' "$(cat mongo-password)" "$tls" | keep mongo-url
printf 'mongodb://threekeys-keys:%s@mongodb:27017/?authSource=admin&%s\n' "$(cat mongo-keys-password)" "$tls" | keep keys-url
# EventStoreDB takes these from its environment only, and only at its first start.
printf 'EVENTSTORE_DEFAULT_ADMIN_PASSWORD=%s\nEVENTSTORE_DEFAULT_OPS_PASSWORD=%s\n' "$(cat esdb-password)" "$(password)" | keep eventstoredb.env

certificate() { # host, common name: <host>.key and <host>.crt, signed by the authority
  rm -f "$1.key" "$1.crt"
  openssl genrsa -traditional -out "$1.key" 3072 2> /dev/null
  openssl req -new -key "$1.key" -subj "/CN=$2" -out "$1.csr"
  printf 'subjectAltName=DNS:%s,DNS:localhost,IP:127.0.0.1\nextendedKeyUsage=serverAuth,clientAuth\nkeyUsage=digitalSignature,keyEncipherment\nbasicConstraints=CA:FALSE\n' "$1" > "$1.ext"
  openssl x509 -req -in "$1.csr" -CA ca.crt.new -CAkey ca.key -CAcreateserial -days 730 -extfile "$1.ext" -out "$1.crt" 2> /dev/null
  rm "$1.csr" "$1.ext"
}

if [ ! -e ca.crt ]; then
  openssl req -x509 -newkey rsa:3072 -nodes -days 730 -subj '/CN=threekeys' -addext 'keyUsage=critical,keyCertSign,cRLSign' \
    -keyout ca.key -out ca.crt.new 2> /dev/null
  # EventStoreDB wants this name of a node.
  certificate eventstoredb eventstoredb-node
  certificate kafka kafka
  certificate mongodb mongodb
  rm -f kafka.pem mongodb.pem
  # Kafka reads a key in PKCS #8 only.
  { openssl pkcs8 -topk8 -nocrypt -in kafka.key; cat kafka.crt; } > kafka.pem
  cat mongodb.key mongodb.crt > mongodb.pem
  # Nobody signs anything more with it.
  rm -f ca.key ca.crt.srl ca.srl ca.crt.new.srl kafka.key kafka.crt mongodb.key mongodb.crt
  mv ca.crt.new ca.crt
  echo 'made the certificates'
fi
chmod 444 ./*
