{{- define "hilum.rag.env" -}}
# Half for the heap: the embedding model and the processes that read documents live beside it.
- name: JAVA_TOOL_OPTIONS
  value: -XX:InitialRAMPercentage=25 -XX:MaxRAMPercentage=50
- name: HILUM_PHI_SCRUBBER_URL
  value: {{ include "hilum.url" (dict "root" . "key" "phiScrubber") }}
- name: HILUM_ROUTING_URL
  value: {{ include "hilum.url" (dict "root" . "key" "routing") }}
{{- end }}
