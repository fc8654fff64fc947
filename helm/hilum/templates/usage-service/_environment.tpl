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
{{- with .Values.directory }}
{{- if .url }}
- name: HILUM_DIRECTORY_URL
  value: {{ .url | quote }}
- name: HILUM_DIRECTORY_REALM
  value: {{ .realm | quote }}
- name: HILUM_DIRECTORY_CLIENT
  value: {{ .clientId | quote }}
# The audience of tokens of programs that are administered here: the gateway's.
- name: HILUM_OIDC_AUDIENCE
  value: {{ $.Values.identityProvider.audience | quote }}
{{- end }}
{{- end }}
{{- end }}
