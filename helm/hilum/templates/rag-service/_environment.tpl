{{- define "hilum.rag.env" -}}
# Half for the heap: the embedding model and the processes that read documents live beside it.
- name: JAVA_TOOL_OPTIONS
  value: -XX:InitialRAMPercentage=25 -XX:MaxRAMPercentage=50
- name: HILUM_PHI_SCRUBBER_URL
  value: {{ include "hilum.url" (dict "root" . "key" "phiScrubber") }}
- name: HILUM_ROUTING_URL
  value: {{ include "hilum.url" (dict "root" . "key" "routing") }}
- name: HILUM_PORTAL_URL
  value: {{ include "hilum.url" (dict "root" . "key" "portal") }}
{{- with .Values.rag.keyVault }}
{{- if .url }}
- name: HILUM_RAG_VAULT
  value: {{ .url | quote }}
- name: HILUM_RAG_VAULT_KEY
  value: {{ .key | quote }}
{{- if not $.Values.rag.workloadIdentity.clientId }}
{{- fail "rag.keyVault.url needs rag.workloadIdentity.clientId: the vault knows rag-service by its workload identity" }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}
