{{- define "hilum.gateway.env" -}}
- name: HILUM_ROUTING_URL
  value: {{ include "hilum.url" (dict "root" . "key" "routing") }}
- name: HILUM_PHI_SCRUBBER_URL
  value: {{ include "hilum.url" (dict "root" . "key" "phiScrubber") }}
- name: HILUM_USAGE_URL
  value: {{ include "hilum.url" (dict "root" . "key" "usage") }}
- name: HILUM_RAG_URL
  value: {{ include "hilum.url" (dict "root" . "key" "rag") }}
- name: HILUM_OIDC_ISSUER
  value: {{ required "identityProvider.issuer: name the issuer of your people's tokens" .Values.identityProvider.issuer | quote }}
- name: HILUM_OIDC_AUDIENCE
  value: {{ required "identityProvider.audience: a token must be meant for Hilum" .Values.identityProvider.audience | quote }}
{{- end }}
