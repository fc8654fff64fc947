{{/*
The entries that each service takes from its own Secret, named like the environment variables that carry them. A service
can read no other service's Secret; the two ends of a pair hold the same context key.
*/}}
{{- define "hilum.secretEntries" -}}
gateway:
  - HILUM_CONTEXT_KEY_GATEWAY_ROUTING
  - HILUM_CONTEXT_KEY_GATEWAY_PHI_SCRUBBER
  - HILUM_CONTEXT_KEY_GATEWAY_USAGE
  - HILUM_CONTEXT_KEY_GATEWAY_RAG
  - HILUM_CONTEXT_KEY_GATEWAY_PORTAL
  - HILUM_CONTEXT_KEY_GATEWAY_AGENT
  - HILUM_PATIENT_MASTER
routing:
  - HILUM_CONTEXT_KEY_GATEWAY_ROUTING
  - HILUM_CONTEXT_KEY_RAG_ROUTING
phiScrubber:
  - HILUM_CONTEXT_KEY_GATEWAY_PHI_SCRUBBER
  - HILUM_CONTEXT_KEY_RAG_PHI_SCRUBBER
  - HILUM_PSEUDONYM_MASTER
usage:
  - HILUM_CONTEXT_KEY_GATEWAY_USAGE
rag:
  - HILUM_CONTEXT_KEY_GATEWAY_RAG
  - HILUM_CONTEXT_KEY_RAG_PHI_SCRUBBER
  - HILUM_CONTEXT_KEY_RAG_ROUTING
  - HILUM_CONTEXT_KEY_RAG_PORTAL
  {{- if not .Values.rag.keyVault.url }}
  - HILUM_RAG_MASTER
  {{- end }}
portal:
  - HILUM_CONTEXT_KEY_GATEWAY_PORTAL
  - HILUM_CONTEXT_KEY_RAG_PORTAL
  {{- if not .Values.portal.keyVault.url }}
  - HILUM_PORTAL_MASTER
  {{- end }}
agent:
  - HILUM_CONTEXT_KEY_GATEWAY_AGENT
{{- end }}

{{/* All entries of one service, those included that depend on what it is connected to. */}}
{{- define "hilum.entriesOf" -}}
{{- $fact := include "hilum.fact" . | fromYaml }}
{{- $values := .root.Values }}
{{- $entries := get (include "hilum.secretEntries" .root | fromYaml) .key }}
{{- if $fact.postgres }}{{ $entries = append $entries "HILUM_POSTGRES_PASSWORD" }}{{ end }}
{{- if and $fact.directory $values.directory.url }}{{ $entries = append $entries "HILUM_DIRECTORY_SECRET" }}{{ end }}
{{- if and $fact.redis (not $values.redis.url) }}{{ $entries = append $entries "HILUM_REDIS" }}{{ end }}
{{- if and $fact.kafka (hasPrefix "SASL" $values.kafka.securityProtocol) }}{{ $entries = append $entries "HILUM_KAFKA_JAAS" }}{{ end }}
{{- toYaml $entries }}
{{- end }}

{{/* The Secret of one service. */}}
{{- define "hilum.secretName" -}}
{{- (get .root.Values .key).existingSecret | default (include "hilum.name" .) }}
{{- end }}

{{/* HILUM_CONTEXT_KEY_GATEWAY_RAG is hilum-context-key-gateway-rag in Key Vault, whose names know no underscore. */}}
{{- define "hilum.vaultName" -}}
{{- . | lower | replace "_" "-" }}
{{- end }}

{{- define "hilum.secretEnv" -}}
{{- $secret := include "hilum.secretName" . }}
{{- range include "hilum.entriesOf" . | fromYamlArray }}
- name: {{ if eq . "HILUM_KAFKA_JAAS" }}SPRING_KAFKA_PROPERTIES_SASL_JAAS_CONFIG{{ else }}{{ . }}{{ end }}
  valueFrom:
    secretKeyRef:
      name: {{ $secret }}
      key: {{ . }}
{{- end }}
{{- end }}
