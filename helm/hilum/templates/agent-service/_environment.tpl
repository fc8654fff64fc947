{{- define "hilum.agent.env" -}}
- name: HILUM_GATEWAY_URL
  value: {{ include "hilum.url" (dict "root" . "key" "gateway") }}
{{- with .Values.agent.fhir.url }}
- name: HILUM_FHIR_URL
  value: {{ . | quote }}
{{- end }}
{{- end }}
