// Renders a Helm chart with the template engine and functions that Helm itself uses, where Helm cannot be had.
//
// Reads {"templates": {name: text}, "files": {path: text}, "top": {"Values": …, "Chart": …, "Release": …}} from its
// standard input and prints {name: rendered text}, without the helpers (names that begin with _).
package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"strings"
	"text/template"

	"github.com/Masterminds/sprig"
	"gopkg.in/yaml.v3"
)

type files map[string]string

func (f files) Get(path string) string { return f[path] }

type chart struct {
	Templates map[string]string      `json:"templates"`
	Files     files                  `json:"files"`
	Top       map[string]interface{} `json:"top"`
}

func main() {
	if err := render(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func render() error {
	var given chart
	if err := json.NewDecoder(os.Stdin).Decode(&given); err != nil {
		return err
	}
	given.Top["Files"] = given.Files
	all := template.New("chart").Option("missingkey=zero")
	all.Funcs(sprig.TxtFuncMap()).Funcs(template.FuncMap{
		"include": func(name string, data interface{}) (string, error) {
			var text strings.Builder
			err := all.ExecuteTemplate(&text, name, data)
			return text.String(), err
		},
		"required": func(message string, value interface{}) (interface{}, error) {
			if value == nil || value == "" {
				return nil, errors.New(message)
			}
			return value, nil
		},
		"toYaml": func(value interface{}) (string, error) {
			text, err := yaml.Marshal(value)
			return strings.TrimSuffix(string(text), "\n"), err
		},
	})
	for name, text := range given.Templates {
		if _, err := all.New(name).Parse(text); err != nil {
			return err
		}
	}
	rendered := map[string]string{}
	for name := range given.Templates {
		if strings.HasPrefix(name, "_") {
			continue
		}
		var text strings.Builder
		if err := all.ExecuteTemplate(&text, name, given.Top); err != nil {
			return err
		}
		// Helm prints nothing, too, where a template with missingkey=zero says this.
		rendered[name] = strings.ReplaceAll(text.String(), "<no value>", "")
	}
	return json.NewEncoder(os.Stdout).Encode(rendered)
}
