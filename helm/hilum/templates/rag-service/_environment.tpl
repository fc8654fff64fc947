{{- define "hilum.rag.env" -}}
- name: HILUM_PHI_SCRUBBER_URL
  value: {{ include "hilum.url" (dict "root" . "key" "phiScrubber") }}
- name: HILUM_ROUTING_URL
  value: {{ include "hilum.url" (dict "root" . "key" "routing") }}
{{- end }}
