{{- define "hilum.phiScrubber.env" -}}
# Code, classes and buffers take as much as what is kept; a heap of more only holds garbage for longer (docs/phi.md).
- name: JAVA_TOOL_OPTIONS
  value: -XX:MaxRAMPercentage=40
- name: MALLOC_ARENA_MAX
  value: "2"
{{- if .Values.phiScrubber.listsSecret }}
- name: HILUM_PHI_LISTS
  value: /etc/hilum/lists/lists.yaml
{{- end }}
{{- if .Values.phiScrubber.corrections.enabled }}
- name: HILUM_PHI_CORRECTIONS
  value: /var/lib/hilum/corrections
{{- end }}
{{- if .Values.phiScrubber.classifierClaim }}
- name: HILUM_PHI_CLASSIFIER_DIRECTORY
  value: /etc/hilum/classifier
{{- end }}
{{- end }}

{{/* The claim on which corrections are kept. */}}
{{- define "hilum.correctionsClaim" -}}
{{- .Values.phiScrubber.corrections.existingClaim | default (printf "%s-corrections" (include "hilum.name" (dict "root" . "key" "phiScrubber"))) }}
{{- end }}
