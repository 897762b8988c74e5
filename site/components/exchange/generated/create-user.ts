// Written by tools/record-exchange. Do not edit.
import type { Recording } from '../recording.ts'

export const createUser: Recording = {
  "title": "Adding a person in the directory",
  "recordedOn": "2026-11-24",
  "where": "Next.js 16.4.5 · FastAPI · SQLite · Chromium",
  "crossings": [
    {
      "from": "browser",
      "to": "next",
      "at": 0,
      "label": "POST /users/new",
      "sentence": "The form calls a server action: one POST to the page it stands on.",
      "message": [
        "next-action: 40c3…",
        "content-type: multipart/form-data",
        "name=Ada Lovelace",
        "email=ada@example.com"
      ]
    },
    {
      "from": "next",
      "to": "fastapi",
      "at": 4.2,
      "label": "POST /users",
      "sentence": "The action runs in Next.js. It asks FastAPI with plain JSON; the browser never sees this request.",
      "message": [
        "content-type: application/json",
        "{\"name\":\"Ada Lovelace\",\"email\":\"ada@example.com\"}"
      ]
    },
    {
      "from": "fastapi",
      "to": "sql",
      "at": 9.8,
      "label": "INSERT INTO user",
      "sentence": "FastAPI has checked the body against its model, and writes the row.",
      "message": [
        "INSERT INTO user (name, email) VALUES (?, ?)"
      ]
    },
    {
      "from": "sql",
      "to": "fastapi",
      "at": 10.5,
      "label": "1 row",
      "sentence": "One row, with its new id.",
      "message": [
        "id 13"
      ]
    },
    {
      "from": "fastapi",
      "to": "next",
      "at": 12.1,
      "label": "201 Created",
      "sentence": "FastAPI answers with the public model: what it stores and what it shows are two different classes.",
      "message": [
        "content-type: application/json",
        "{\"id\":13,\"name\":\"Ada Lovelace\"}"
      ]
    },
    {
      "from": "next",
      "to": "browser",
      "at": 17,
      "label": "303 See Other",
      "sentence": "Next.js drops its cached list and sends the browser to the new page.",
      "message": [
        "x-action-redirect: /users/13"
      ]
    }
  ]
}
