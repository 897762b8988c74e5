// Written by tools/record-exchange. Do not edit.
import type { Recording } from '../recording.ts'

export const createUser: Recording = {
  "title": "Adding a person in the directory",
  "recordedOn": "2026-11-24",
  "where": "Next.js 16.4.5, FastAPI and SQLite in Chromium 156",
  "crossings": [
    {
      "from": "browser",
      "to": "next",
      "at": 0,
      "label": "POST /people/new",
      "sentence": "The form calls a server action: one POST to the page it stands on.",
      "message": [
        "next-action: 60a23733462c27b33b1c5fc81d6c8a17de0ee6375c",
        "content-type: multipart/form-data",
        "name=Radia Perlman&email=radia.perlman@example.com&title=Engineer&team=engineering&abou…"
      ]
    },
    {
      "from": "next",
      "to": "fastapi",
      "at": 7.4,
      "label": "POST /api/people",
      "sentence": "The action runs in Next.js. It sends JSON to FastAPI, in a request that the browser never sees.",
      "message": [
        "content-type: application/json",
        "{\"name\":\"Radia Perlman\",\"email\":\"radia.perlman@example.com\",\"title\":\"Engineer\",\"team\":\"…"
      ]
    },
    {
      "from": "fastapi",
      "to": "sql",
      "at": 11.2,
      "label": "INSERT INTO people",
      "sentence": "FastAPI has checked the body against its model. The row is written.",
      "message": [
        "INSERT INTO people (name, email, title, team, about, starred, created_at) VALUES (?, ?,…",
        "\"Radia Perlman\", \"radia.perlman@example.com\", \"Engineer\", \"engineering\", \"\", 0, \"2026-1…"
      ]
    },
    {
      "from": "sql",
      "to": "fastapi",
      "at": 12.4,
      "label": "1 row",
      "sentence": "SQLite answers.",
      "message": []
    },
    {
      "from": "fastapi",
      "to": "sql",
      "at": 13.4,
      "label": "SELECT people",
      "sentence": "The row as the database has it now, with its id and its defaults.",
      "message": [
        "SELECT people.id, people.name, people.email, people.title, people.team, people.about, p…",
        "27"
      ]
    },
    {
      "from": "sql",
      "to": "fastapi",
      "at": 13.5,
      "label": "1 row",
      "sentence": "SQLite answers.",
      "message": []
    },
    {
      "from": "fastapi",
      "to": "next",
      "at": 15.7,
      "label": "201 Created",
      "sentence": "Created. What comes back is the public model: what is stored and what is shown are two classes.",
      "message": [
        "location: /api/people/27",
        "content-type: application/json",
        "{\"id\":27,\"name\":\"Radia Perlman\",\"email\":\"radia.perlman@example.com\",\"title\":\"Engineer\",…"
      ]
    },
    {
      "from": "next",
      "to": "fastapi",
      "at": 34.2,
      "label": "GET /api/people/27",
      "sentence": "The action redirects, so Next.js renders the new page at once, and asks for the person in it.",
      "message": []
    },
    {
      "from": "fastapi",
      "to": "sql",
      "at": 38.8,
      "label": "SELECT people",
      "sentence": "The row as the database has it now, with its id and its defaults.",
      "message": [
        "SELECT people.id, people.name, people.email, people.title, people.team, people.about, p…",
        "27"
      ]
    },
    {
      "from": "sql",
      "to": "fastapi",
      "at": 38.9,
      "label": "1 row",
      "sentence": "SQLite answers.",
      "message": []
    },
    {
      "from": "fastapi",
      "to": "next",
      "at": 54.7,
      "label": "200 OK",
      "sentence": "The person, for the page that Next.js is rendering.",
      "message": [
        "content-type: application/json",
        "{\"id\":27,\"name\":\"Radia Perlman\",\"email\":\"radia.perlman@example.com\",\"title\":\"Engineer\",…"
      ]
    },
    {
      "from": "next",
      "to": "browser",
      "at": 136,
      "label": "200 OK",
      "sentence": "One answer with two things in it: where to go, and the page that is there. The old list is out of the cache.",
      "message": [
        "x-action-redirect: /people/27?notice=created;push",
        "content-type: text/x-component"
      ]
    }
  ]
}
