{{- define "hilum.agent.env" -}}
- name: HILUM_GATEWAY_URL
  value: {{ include "hilum.url" (dict "root" . "key" "gateway") }}
{{- end }}
