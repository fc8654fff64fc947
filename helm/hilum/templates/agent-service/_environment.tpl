{{- define "hilum.agent.env" -}}
- name: HILUM_GATEWAY_URL
  value: {{ include "hilum.url" (dict "root" . "key" "gateway") }}
{{- with .Values.agent.fhir.url }}
- name: HILUM_FHIR_URL
  value: {{ . | quote }}
{{- end }}
{{- with .Values.agent.fhir.filingRoles }}
- name: HILUM_FHIR_FILING_ROLES
  value: {{ join "," . | quote }}
{{- end }}
{{- end }}
