{{- define "hilum.routing.env" -}}
{{/* Each replica takes its share of a deployment's quota. */}}
{{- $routing := .Values.routing }}
- name: HILUM_LOAD_REPLICAS
  value: {{ ternary $routing.autoscaling.maxReplicas $routing.replicas $routing.autoscaling.enabled | quote }}
{{- with $routing.canaries }}
- name: HILUM_CANARIES
  value: {{ join "," . | quote }}
{{- end }}
{{- end }}
