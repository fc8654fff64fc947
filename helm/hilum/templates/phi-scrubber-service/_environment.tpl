{{- define "hilum.phiScrubber.env" -}}
{{- if .Values.phiScrubber.listsSecret }}
- name: HILUM_PHI_LISTS
  value: /etc/hilum/lists/lists.yaml
{{- end }}
{{- end }}
