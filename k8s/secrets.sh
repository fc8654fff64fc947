#!/usr/bin/env bash
# Makes fresh keys for one installation and prints them. Nothing is stored but what you store.
#   k8s/secrets.sh kubernetes | kubectl -n hilum apply -f -     one Secret per service
#   k8s/secrets.sh compose > .env                               variables for compose.yaml
# HILUM_POSTGRES_PASSWORD is taken from the environment where it is set. Run it once: new patient, pseudonym, RAG and
# portal masters make tokens of patients, pseudonyms, documents and conversations of before unreadable.
set -euo pipefail

key() { openssl rand -base64 32; }

gateway_routing=$(key)
gateway_phi_scrubber=$(key)
gateway_usage=$(key)
gateway_rag=$(key)
gateway_agent=$(key)
rag_phi_scrubber=$(key)
rag_routing=$(key)
rag_portal=$(key)
gateway_portal=$(key)
patient_master=$(key)
pseudonym_master=$(key)
rag_master=$(key)
portal_master=$(key)
postgres_password=${HILUM_POSTGRES_PASSWORD:-$(openssl rand -hex 24)}
audit_key=$(openssl genpkey -algorithm ed25519)
audit_key+=$(printf '\n' && openssl pkey -pubout <<<"$audit_key")

secret() { # NAME, then ENTRY VALUE pairs
  printf -- '---\napiVersion: v1\nkind: Secret\nmetadata:\n  name: %s\n  labels:\n    app.kubernetes.io/part-of: hilum\ntype: Opaque\ndata:\n' "$1"
  shift
  while (($#)); do
    printf '  %s: %s\n' "$1" "$(printf %s "$2" | base64 -w0)"
    shift 2
  done
}

kubernetes() {
  secret hilum-gateway-service \
    HILUM_CONTEXT_KEY_GATEWAY_ROUTING "$gateway_routing" \
    HILUM_CONTEXT_KEY_GATEWAY_PHI_SCRUBBER "$gateway_phi_scrubber" \
    HILUM_CONTEXT_KEY_GATEWAY_USAGE "$gateway_usage" \
    HILUM_CONTEXT_KEY_GATEWAY_RAG "$gateway_rag" \
    HILUM_CONTEXT_KEY_GATEWAY_PORTAL "$gateway_portal" \
    HILUM_CONTEXT_KEY_GATEWAY_AGENT "$gateway_agent" \
    HILUM_PATIENT_MASTER "$patient_master"
  secret hilum-routing-service \
    HILUM_CONTEXT_KEY_GATEWAY_ROUTING "$gateway_routing" \
    HILUM_CONTEXT_KEY_RAG_ROUTING "$rag_routing"
  secret hilum-phi-scrubber-service \
    HILUM_CONTEXT_KEY_GATEWAY_PHI_SCRUBBER "$gateway_phi_scrubber" \
    HILUM_CONTEXT_KEY_RAG_PHI_SCRUBBER "$rag_phi_scrubber" \
    HILUM_PSEUDONYM_MASTER "$pseudonym_master"
  secret hilum-usage-service \
    HILUM_CONTEXT_KEY_GATEWAY_USAGE "$gateway_usage" \
    HILUM_POSTGRES_PASSWORD "$postgres_password" \
    audit-key.pem "$audit_key"
  secret hilum-rag-service \
    HILUM_CONTEXT_KEY_GATEWAY_RAG "$gateway_rag" \
    HILUM_CONTEXT_KEY_RAG_PHI_SCRUBBER "$rag_phi_scrubber" \
    HILUM_CONTEXT_KEY_RAG_ROUTING "$rag_routing" \
    HILUM_CONTEXT_KEY_RAG_PORTAL "$rag_portal" \
    HILUM_RAG_MASTER "$rag_master" \
    HILUM_POSTGRES_PASSWORD "$postgres_password"
  secret hilum-portal-service \
    HILUM_CONTEXT_KEY_GATEWAY_PORTAL "$gateway_portal" \
    HILUM_CONTEXT_KEY_RAG_PORTAL "$rag_portal" \
    HILUM_PORTAL_MASTER "$portal_master" \
    HILUM_POSTGRES_PASSWORD "$postgres_password"
  secret hilum-agent-service \
    HILUM_CONTEXT_KEY_GATEWAY_AGENT "$gateway_agent"
}

compose() {
  cat <<VARIABLES
HILUM_CONTEXT_KEY_GATEWAY_ROUTING=$gateway_routing
HILUM_CONTEXT_KEY_GATEWAY_PHI_SCRUBBER=$gateway_phi_scrubber
HILUM_CONTEXT_KEY_GATEWAY_USAGE=$gateway_usage
HILUM_CONTEXT_KEY_GATEWAY_RAG=$gateway_rag
HILUM_CONTEXT_KEY_GATEWAY_AGENT=$gateway_agent
HILUM_CONTEXT_KEY_RAG_PHI_SCRUBBER=$rag_phi_scrubber
HILUM_CONTEXT_KEY_RAG_ROUTING=$rag_routing
HILUM_CONTEXT_KEY_RAG_PORTAL=$rag_portal
HILUM_CONTEXT_KEY_GATEWAY_PORTAL=$gateway_portal
HILUM_PATIENT_MASTER=$patient_master
HILUM_PSEUDONYM_MASTER=$pseudonym_master
HILUM_RAG_MASTER=$rag_master
HILUM_PORTAL_MASTER=$portal_master
HILUM_POSTGRES_PASSWORD=$postgres_password
HILUM_KEYCLOAK_ADMIN_PASSWORD=$(openssl rand -hex 16)
HILUM_DIRECTORY_SECRET=$(openssl rand -hex 16)
HILUM_PASSWORD_CLINICIAN=$(openssl rand -hex 12)
HILUM_PASSWORD_BILLING=$(openssl rand -hex 12)
HILUM_PASSWORD_DEVELOPER=$(openssl rand -hex 12)
HILUM_PASSWORD_ADMIN=$(openssl rand -hex 12)
VARIABLES
}

case ${1:-} in
kubernetes | compose) "$1" ;;
*)
  sed -n '2,6s/^# \{0,1\}//p' "$0" >&2
  exit 2
  ;;
esac
