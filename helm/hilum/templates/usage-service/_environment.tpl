{{- define "hilum.usage.env" -}}
- name: HILUM_AUDIT_DIRECTORY
  value: /var/lib/hilum/audit
- name: HILUM_AUDIT_KEY_FILE
{{- if eq .Values.secrets.mode "generate" }}
  # Made by the service itself, on its volume.
  value: /var/lib/hilum/{{ .Values.audit.keyEntry }}
{{- else }}
  value: /etc/hilum/audit/{{ .Values.audit.keyEntry }}
{{- end }}
{{- end }}
